import { Component, type ReactNode } from 'react';
import { Failure } from '../parts/failure';

/** Keeps a page that fails from taking the frame with it. */
export class Fence extends Component<{ children: ReactNode }, { error: unknown }> {
  override state = { error: undefined as unknown };

  static getDerivedStateFromError(error: unknown) {
    return { error };
  }

  override render() {
    return this.state.error === undefined ? (
      this.props.children
    ) : (
      <Failure error={this.state.error} retry={() => this.setState({ error: undefined })} />
    );
  }
}
